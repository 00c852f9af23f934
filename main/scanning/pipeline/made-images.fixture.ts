/** An uncompressed BMP of 24 bits, bottom row first, as Windows drivers write it. */
export function bmpOf(rgb: Uint8Array, width: number, height: number): Buffer {
  const rowBytes = Math.ceil(width * 3 / 4) * 4
  const file = Buffer.alloc(54 + rowBytes * height)
  file.write('BM', 'latin1')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue] = rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)
      file.set([blue!, green!, red!], 54 + (height - 1 - y) * rowBytes + x * 3)
    }
  }
  return file
}
