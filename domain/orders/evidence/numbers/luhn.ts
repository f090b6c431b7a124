/**
 * The last digit of a number by the rule that wagons use: from the right, the digits before it are taken twice and once in turn, the digits
 * of all products are summed, and what is missing to the next ten is the check digit. Finds every single changed digit.
 */
export function luhnDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
