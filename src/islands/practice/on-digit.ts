/** A handler for keys that calls `act` with the digit pressed, 1 to 9, where nothing else means it. */
export function onDigit(act: (digit: number) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    event.preventDefault();
    act(Number(event.key));
  };
}
