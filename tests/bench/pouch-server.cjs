// The peer: express-pouchdb on leveldb, in a process of its own; says its port once it listens.
const { join } = require('node:path')
const express = require('express')
const PouchDB = require('pouchdb')
const folder = process.argv[2]
process.chdir(folder)
const Stored = PouchDB.defaults({ prefix: `${join(folder, 'db')}-` })
const app = express()
app.use('/', require('express-pouchdb')(Stored, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'log.txt') }))
const server = app.listen(0, '127.0.0.1', () => { process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`) })
