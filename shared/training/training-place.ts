import { defaultHeader, type Place } from '../offices/place.ts'

/** The practice unit (Xã Tập Huấn): none of the 103, so nothing made in it can be taken for real (tập huấn). */
export const trainingPlace: Place = {
  unit: '00000',
  unitName: 'Xã Tập Huấn',
  codePattern: { prefix: 'TH', unitPart: '000', width: 4 },
  header: defaultHeader('Xã Tập Huấn'),
}
