const isSwitch = ({ type }: HTMLInputElement): boolean => type === "checkbox" || type === "radio";

/** Whether somebody has made the field another than it was drawn. A box without a value of its own has one that it was not drawn with. */
export function isTyped(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) {
    // Where no option was drawn as chosen, the first one stands.
    const drawn = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(drawn, 0);
  }
  if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
  return isSwitch(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}
