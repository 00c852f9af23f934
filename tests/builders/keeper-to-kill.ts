import { openKeepingDesk } from './keeping-desk.ts'

// A process of its own: the keeper of a unit's books on the folder it is given. It says where it listens, and kills itself once numbers
// it gave are on disk and nothing of them was told.
const [root = '', device = ''] = process.argv.slice(2)
const { keeping } = await openKeepingDesk({
  root, device, beforeTelling: line => { if (line.includes('"kind":"book/numbers-lent"')) process.kill(process.pid, 'SIGKILL') },
})
process.stdout.write(`${String(keeping.port())}\n`)
