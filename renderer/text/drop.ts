/** Said while files are held over the window, before they are let go. */
export const dropText = {
  willTake: 'Thả ra đây: từng trang của các tệp sẽ vào khay quét.',
  kinds: 'PDF, JPG, PNG, TIFF, WebP, BMP hoặc HEIC. Tệp gốc vẫn nằm nguyên chỗ cũ.',
} as const
