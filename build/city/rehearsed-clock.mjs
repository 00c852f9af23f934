// Loaded before a rehearsed city: its clock begins at another instant, as the desks' `--clock=` does, and runs on from there.
const start = Date.parse(process.env.REHEARSED_CLOCK ?? '')
if (!Number.isNaN(start)) {
  const now = Date.now.bind(Date)
  const offset = start - now()
  Date.now = () => now() + offset
}
