import { text } from 'node:stream/consumers'
import { answer } from './ask/answer.ts'

// The rules from the shell: npm run -s ask -- QUESTION < input.json
const given = await answer(process.argv.slice(2), () => text(process.stdin))
if ('answers' in given) {
  process.stdout.write(`${JSON.stringify(given.answers)}\n`)
} else {
  process.stderr.write(`${given.sentence}\n`)
  process.exitCode = 2
}
