import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/ground.css'
import './ui/controls.css'
import { App } from './App.tsx'
import { report } from './ask.ts'

window.addEventListener('unhandledrejection', event => { void report(event.reason) })

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<StrictMode><App /></StrictMode>)
