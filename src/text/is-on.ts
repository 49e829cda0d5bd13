/** Whether the value of an environment variable says yes. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0'
}
