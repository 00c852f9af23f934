/** A row of a list, with the line of the file it begins on. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * The rows of a list as spreadsheets write them: with or without a byte order mark, any line end, cells in quotes where they need them,
 * and whichever of comma, semicolon and tab stands in the first line. Empty lines are left out.
 */
export function readCsv(text: string): readonly CsvRow[] {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const firstLine = clean.slice(0, clean.indexOf('\n') < 0 ? undefined : clean.indexOf('\n'))
  const separator = [';', '\t'].find(candidate => firstLine.includes(candidate)) ?? ','
  const rows: CsvRow[] = []
  let [line, begunOn, cell, isQuoted] = [1, 1, '', false]
  let cells: string[] = []
  const endRow = (): void => {
    cells.push(cell)
    if (cells.some(text => text.trim() !== '')) rows.push({ line: begunOn, cells })
    ;[cells, cell, begunOn] = [[], '', line + 1]
  }
  for (let i = 0; i < clean.length; i += 1) {
    const character = clean.charAt(i)
    if (isQuoted) {
      if (character === '"' && clean.charAt(i + 1) === '"') i += 1
      else if (character === '"') { isQuoted = false; continue }
      cell += character
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === separator) {
      cells.push(cell)
      cell = ''
    } else if (character === '\n') endRow()
    else cell += character
    if (character === '\n') line += 1
  }
  endRow()
  return rows
}
