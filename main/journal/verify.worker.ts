import { parentPort, workerData } from 'node:worker_threads'
import { verifyLogs, type LogToVerify } from './verify-task.ts'

// Reading and proving the whole history takes seconds on an old PC: it happens on a thread of its own.
const surveys = await verifyLogs(workerData as readonly LogToVerify[], lines => parentPort?.postMessage({ lines }))
parentPort?.postMessage({ surveys })
