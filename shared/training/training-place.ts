import { defaultHeader, type Place } from '../offices/place.ts'

const UNIT_NAME = 'Xã Tập Huấn'

/** The practice commune: none of the city's 103, and its codes begin with a prefix no real one has. */
export const trainingPlace: Place = {
  unit: '00000',
  unitName: UNIT_NAME,
  codePattern: { prefix: 'TH', unitPart: '000', width: 4 },
  header: { ...defaultHeader(UNIT_NAME), address: 'Ấp Mẫu, xã Tập Huấn', phone: '0900 000 000' },
}
