/** Whether something was come to by the keyboard: what the mouse points at stays where it is. */
export const isKeyboard = (element: Element): boolean => element.matches(":focus-visible");
