import { Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

/** A button that opens what there is to choose of one kind; it says how many are chosen. */
export function FilterMenu({
  label,
  chosen,
  children,
}: {
  readonly label: string;
  readonly chosen: number;
  readonly children: (close: () => void) => ReactNode;
}) {
  const t = useTranslations("filter");
  const [open, { toggle, close }] = useDisclosure();
  return (
    <Popover opened={open} onDismiss={close} position="bottom-start" shadow="md" width={290} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant={chosen > 0 ? "light" : "default"}
          rightSection={<ChevronDown size={13} aria-hidden="true" />}
          onClick={toggle}
        >
          {label}
          {t("chosen", { count: chosen })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children(close)}</Popover.Dropdown>
    </Popover>
  );
}
