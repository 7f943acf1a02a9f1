import { ActionIcon, Menu, useMantineColorScheme } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { CircleUser, Code, LogOut, Monitor, Moon, Sun, UserPen } from "lucide-react";
import { useTranslations } from "use-intl";
import { send } from "../api/call.ts";
import { isOut, useMe } from "../session/me.ts";
import { tellError } from "../ui/tell-error.ts";

const SCHEMES = [
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
  { value: "auto", icon: Monitor },
] as const;

/** Who one is, in which colours one reads, and the way out. */
export function You() {
  const t = useTranslations("shell");
  const { name, email } = useMe();
  const router = useRouter();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // A new page, so that nothing of what was seen stays in the browser's memory.
  const goOut = () => window.location.assign("/sign-in");
  const { mutate: leave } = useMutation({
    mutationFn: () => send("DELETE", "/api/session"),
    onSuccess: goOut,
    onError: (error) => (isOut(error) ? goOut() : tellError(error)),
  });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("you", { name })}>
          <CircleUser size={20} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name} · {email}
        </Menu.Label>
        <Menu.Item
          leftSection={<UserPen size={15} aria-hidden="true" />}
          onClick={() => void router.navigate({ to: "/me" })}
        >
          {t("account")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t("colours")}</Menu.Label>
        {SCHEMES.map(({ value, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={15} aria-hidden="true" />}
            onClick={() => setColorScheme(value)}
            aria-current={colorScheme === value}
            fw={colorScheme === value ? 600 : 400}
          >
            {t(value)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/api" leftSection={<Code size={15} aria-hidden="true" />}>
          {t("api")}
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={15} aria-hidden="true" />} onClick={() => leave()}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
