// The peer of the search bench: a window with nothing in it but what the bench puts there.
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL('about:blank'))
