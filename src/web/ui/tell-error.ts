import { notifications } from "@mantine/notifications";

/** Says what went wrong where the page has no place of its own for it. */
export const tellError = ({ message }: Error): void => {
  notifications.show({ message, color: "red" });
};
