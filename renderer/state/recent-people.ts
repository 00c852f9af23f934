const KEY = 'recent-people'
const KEPT = 9

/** Who used this desk last, newest first. */
export function recentPeople(): readonly string[] {
  return (localStorage.getItem(KEY) ?? '').split(' ').filter(id => id !== '')
}

export function rememberPerson(id: string): void {
  localStorage.setItem(KEY, [id, ...recentPeople().filter(other => other !== id)].slice(0, KEPT).join(' '))
}
