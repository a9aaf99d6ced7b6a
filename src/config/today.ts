/** The day of the run, `YYYY-MM-DD` in UTC; SOURCE_DATE_EPOCH, in seconds, says another. */
export function today(): string {
  const { SOURCE_DATE_EPOCH: epoch } = process.env
  const now = epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()
  return now.toISOString().slice(0, 10)
}
