import { expect, test } from 'vitest'
import { clampResolution, readAbilities } from './abilities.ts'

test('an office scanner with glass, feeder and both sides is read whole', () => {
  const abilities = readAbilities(`
All options specific to device \`fujitsu:fi-7160:1\`:
  Scan Mode:
    --source Flatbed|ADF Front|ADF Back|ADF Duplex [ADF Front]
    --mode Lineart|Halftone|Gray|Color [Lineart]
    --resolution 75|150|200|300|600dpi [150]
  Geometry:
    -l 0..215.9mm (in steps of 0.0211639) [0]
    -x 0..215.872mm (in steps of 0.0211639) [215.872]
    -y 0..355.6mm (in steps of 0.0211639) [279.364]
    --page-height 0..355.6mm [inactive]
`)
  expect([...abilities.sources]).toEqual([
    ['flatbed', ['--source', 'Flatbed']], ['feeder', ['--source', 'ADF Front']], ['duplex', ['--source', 'ADF Duplex']],
  ])
  expect(abilities).toMatchObject({ grey: 'Gray', colour: 'Color', resolutions: [75, 150, 200, 300, 600], resolutionNow: 150, width: 215.872, height: 355.6 })
})

test('both sides may also be a mode of the feeder, or a switch', () => {
  const mode = readAbilities('    --source Flatbed|Automatic Document Feeder [Flatbed]\n    --adf-mode Simplex|Duplex [Simplex]\n')
  expect(mode.sources.get('duplex')).toEqual(['--source', 'Automatic Document Feeder', '--adf-mode', 'Duplex'])
  const turned = readAbilities('    --source Flatbed|ADF [Flatbed]\n    --duplex[=(yes|no)] [no]\n')
  expect(turned.sources.get('duplex')).toEqual(['--source', 'ADF', '--duplex=yes'])
  const inactive = readAbilities('    --source Flatbed|ADF [Flatbed]\n    --duplex[=(yes|no)] [inactive]\n')
  expect(inactive.sources.has('duplex')).toBe(false)
})

test('a device that knows but one source is not asked for it', () => {
  expect([...readAbilities('    --mode Color|Grayscale [Color]\n').sources]).toEqual([['flatbed', []]])
})

test('a range of resolutions offers the usual ones, and a wish is met no coarser than asked', () => {
  const { resolutions } = readAbilities('    --resolution 50..1200dpi (in steps of 1) [50]\n')
  expect(resolutions).toEqual([75, 100, 150, 200, 240, 300, 400, 600])
  expect([clampResolution([75, 150, 300], 200), clampResolution([75, 150], 200), clampResolution([], 200)]).toEqual([300, 150, null])
})
