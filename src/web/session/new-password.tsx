import { PasswordInput } from "@mantine/core";
import { useTranslations } from "use-intl";

/** The server refuses shorter ones. */
export const PASSWORD_LEAST = 10;

/** A password that one thinks of; a manager of passwords may. */
export function NewPassword({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useTranslations("session");
  return (
    <PasswordInput
      label={label}
      description={t("passwordLength", { least: String(PASSWORD_LEAST) })}
      autoComplete="new-password"
      required
      minLength={PASSWORD_LEAST}
      maxLength={128}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
    />
  );
}
