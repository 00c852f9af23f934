/** How far something has come, always beside words that say the same. */
export function Meter({ label, value, max }: { readonly label: string; readonly value: number; readonly max: number }) {
  const share = max <= 0 ? 100 : Math.min(100, (100 * value) / max)
  return (
    <div className="meter" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value}>
      <i className="go" style={{ width: `${share.toFixed(1)}%` }} />
    </div>
  )
}
