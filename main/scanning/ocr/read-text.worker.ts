import { parentPort, workerData } from 'node:worker_threads'
import type { OcrFiles } from './ocr-files.ts'
import type { GreyImage } from './page-text.ts'
import { startEngine } from './tesseract.ts'

// A page takes seconds, and a broken one may take the engine down: on a thread of its own it takes nothing else with it.
const engine = await startEngine(workerData as OcrFiles)
parentPort?.on('message', (image: GreyImage) => { parentPort?.postMessage(engine.read(image)) })
parentPort?.postMessage(null)
