/** Whether somebody has chosen otherwise than the page was sent with: what stands below the drop-down is of the choice before. */
export function isUnsent(select: HTMLSelectElement): boolean {
  const options = [...select.options];
  const sent = options.findLast((option) => option.defaultSelected) ?? options[0];
  return sent !== undefined && select.selectedOptions[0] !== sent;
}
