/** The dossiers this person brought before, opened by one press. */
export function EarlierDossiers(_: { readonly personalNumber: string }) {
  return null
}
