import { by, note, openAt } from './journal-world.ts'

// A process of its own, to be killed: appends without an end and says each name once it was answered.
const journal = await openAt(process.argv[2] ?? '')
for (let at = 0; ; at += 1) {
  const results = await Promise.all([journal.append([note(`a${at}`), note(`a${at}`)], by), journal.append([note(`b${at}`)], by)])
  for (const result of results) if (result.ok) process.stdout.write(result.value.map(({ name }) => `${name}\n`).join(''))
}
