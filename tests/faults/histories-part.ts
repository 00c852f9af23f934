import { liveHistories } from './histories.ts'

// A process of its own: lives the histories from one number to another and says its figures last.
const [from = 0, until = 0, seed = 1] = process.argv.slice(2).map(Number)
const figures = await liveHistories({ from, until, seed, say: line => { console.log(line) } })
console.log(JSON.stringify(figures))
process.exit(0)
