/** Who may import whom. One rule, one reason. */
const CODE = '^(main|renderer|server|shared)/'
const TESTS = '\\.(test|fixture)\\.tsx?$'

/** The floors of shared/, lowest first. A folder sees the floors below it, never its own neighbours. */
const FLOORS = [
  ['base'],
  ['acts'],
  ['calendar', 'people', 'procedures', 'units', 'users', 'papers', 'stocks'],
  ['dossiers', 'certification', 'offices'],
  ['cash'],
  ['forms', 'registers', 'reports', 'desk', 'training'],
  ['bridge', 'sync'],
]

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const path = (path, ...pathNot) => (pathNot.length ? { path, pathNot } : { path })
const livesIn = (name, library, home, why) => rule(name, why, path(CODE, home, TESTS), path(library))

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle is one file under two names.', {}, { circular: true }),
    rule('no-ghosts', 'An import that resolves to nothing hides every other rule.', path(CODE), { couldNotResolve: true }),
    rule('shared-stands-alone', 'shared/ runs everywhere, so it knows nowhere.',
      path('^shared/', TESTS), { pathNot: ['^shared/', '(^|/)node_modules/typebox/'] }),
    rule('processes-meet-in-shared', 'main, renderer and server meet only in shared/.',
      path('^(main|renderer|server)/', TESTS), path('^(main|renderer|server)/', '^$1/')),
    rule('product-ignores-workshop', 'tests/ and build/ are not shipped.', path(CODE, TESTS), path('^(tests|build)/')),

    ...FLOORS.flatMap((floor, i) => floor.map(folder =>
      rule(`${folder}-looks-down`, 'shared/ is a stack of floors; a folder sees only the floors below.',
        path(`^shared/${folder}/`, TESTS), path('^shared/', `^shared/${folder}/`, ...FLOORS.slice(0, i).flat().map(f => `^shared/${f}/`))))),
    rule('every-folder-has-a-floor', 'A folder of shared/ without a floor would escape every other rule.',
      path('^shared/', ...FLOORS.flat().map(f => `^shared/${f}/`)), path('^shared/')),

    rule('screens-are-strangers', 'What two screens share belongs in renderer/parts/.',
      path('^renderer/screens/([^/]+)/'), path('^renderer/screens/', '^renderer/screens/$1/')),
    rule('parts-know-no-screens', 'Parts are used by screens, not the other way round.',
      path('^renderer/(parts|ui|store|state|text)/'), path('^renderer/screens/')),
    rule('ui-knows-no-domain', 'ui/ could serve any app.', path('^renderer/ui/', TESTS), path('^(renderer|shared)/', '^renderer/ui/', '^shared/base/')),
    rule('text-knows-no-screen', 'Sentences are words; they know neither store nor state.',
      path('^renderer/text/', TESTS), path('^renderer/(store|state|parts|ui)/')),
    rule('folders-are-strangers', 'Forms know their interface, never each other.',
      path('^(shared/forms)/([^/]+)/', '^shared/forms/page/', TESTS), path('^$1/[^/]+/', '^$1/$2/', '^shared/forms/page/')),

    livesIn('rxdb-lives-in-store', 'node_modules/(rxdb|rxjs|dexie)/', '^renderer/store/', 'RxDB is an index over the journal; one folder knows it.'),
    livesIn('zustand-lives-in-state', 'node_modules/zustand/', '^renderer/state/', 'State is what is on screen, never what is on record.'),
    livesIn('log-lives-in-app', 'node_modules/electron-log/', '^main/app/log\\.ts$', 'One file decides what a log may hold.'),
    livesIn('electron-lives-in-main', 'node_modules/electron/', '^main/', 'The window reaches the machine through the keyhole.'),
    livesIn('qr-lives-in-printing', 'node_modules/qrcode/', '^(main/printing|renderer/parts|server/dashboard)/', 'Forms get the QR as a function.'),
    livesIn('images-live-in-scanning', 'node_modules/sharp/', '^main/scanning/', 'Images are decoded in processes of the scanning room.'),
    livesIn('codes-are-read-in-qr', 'node_modules/zxing-wasm/', '^main/scanning/qr/', 'One folder reads codes.'),
    livesIn('pdfium-lives-in-files', 'node_modules/@hyzyla/pdfium/', '^main/scanning/files/pdfium\\.ts$', 'One file opens PDFs from elsewhere.'),
    livesIn('heic-lives-in-files', 'node_modules/heic-decode/', '^main/scanning/files/', 'Photographs of iPhones are files from elsewhere.'),
    livesIn('sealing-of-photos', 'node_modules/@noble/ciphers/', '^main/scanning/phone/', 'Photographs cross the office network sealed.'),
    livesIn('xml-lives-in-escl', 'node_modules/fast-xml-parser/', '^main/scanning/escl/', 'Only network scanners speak XML.'),
    livesIn('spreadsheets-live-in-books', 'node_modules/write-excel-file/', '^main/books/', 'One folder writes spreadsheets.'),
    livesIn('discovery-lives-in-lan', 'node_modules/bonjour-service/', '^main/(scanning/escl|lan)/', 'Scanners are looked for, and the desks of the unit.'),
    rule('drivers-are-strangers', 'Drivers know their interface, never each other.',
      path('^main/scanning/drivers/(?!drivers\\.ts$)', TESTS), path('^main/scanning/drivers/', '^main/scanning/drivers/driver\\.ts$')),
    rule('files-are-strangers', 'Transports and pages know their interface, never each other.',
      path('^(main/sync/transports|server/dashboard/pages)/(?!(transports|pages)\\.ts$)', TESTS), path('^$1/', '^$1/(transport|page)\\.ts$')),
    livesIn('sql-lives-in-db', 'node_modules/(pg|@electric-sql/pglite)/', '^server/db/', 'One folder speaks to SQL drivers.'),
    livesIn('s3-lives-in-pages', 'node_modules/@aws-sdk/', '^server/pages/', 'One folder knows where pages lie.'),
    livesIn('fastify-lives-in-server', 'node_modules/(fastify|@fastify|prom-client)/', '^server/', 'HTTP is the city\'s.'),
    rule('bridge-is-the-top', 'Rooms answer; main/bridge and main.ts put them together.',
      path('^main/', '^main/(bridge/|main\\.ts$)', TESTS), path('^main/(bridge/|main\\.ts$)')),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default', 'node'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts', '.css'],
    },
  },
}
