import sharp from 'sharp'

// The clerk is typing next door: one core at most for each image, and nothing kept when it is done.
sharp.concurrency(1)
sharp.cache(false)

export { sharp as quietSharp }
