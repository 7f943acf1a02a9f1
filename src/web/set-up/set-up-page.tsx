import { Stack, Tabs, Title } from "@mantine/core";
import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { Bell, FileCode2, KeyRound, Rocket, Upload } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Permission } from "../../people/rights.ts";
import { useMe } from "../session/me.ts";

const ROOMS: readonly {
  readonly to: "/set-up" | "/set-up/data" | "/set-up/experience" | "/set-up/keys" | "/set-up/news";
  readonly name: "start" | "data" | "experience" | "keys" | "news";
  readonly icon: typeof Bell;
  readonly needs: Permission;
}[] = [
  { to: "/set-up", name: "start", icon: Rocket, needs: "gaps:read" },
  { to: "/set-up/data", name: "data", icon: Upload, needs: "events:write" },
  { to: "/set-up/experience", name: "experience", icon: FileCode2, needs: "experience:read" },
  { to: "/set-up/keys", name: "keys", icon: KeyRound, needs: "keys:write" },
  { to: "/set-up/news", name: "news", icon: Bell, needs: "webhooks:write" },
];

/** Everything that must be there before gaps can be seen, a room each. */
export function SetUpPage() {
  const t = useTranslations("setUp");
  const { permissions } = useMe();
  const router = useRouter();
  const path = useRouterState({ select: ({ location }) => location.pathname.replace(/\/$/, "") });
  const go = (to: string | null) => void (to !== null && router.navigate({ href: to }));
  return (
    <Stack gap="lg">
      <Title order={1}>{t("title")}</Title>
      <Tabs value={path} onChange={go} keepMounted={false} activateTabWithKeyboard={false}>
        <Tabs.List aria-label={t("title")}>
          {ROOMS.filter(({ needs }) => permissions.includes(needs)).map(({ to, name, icon: Icon }) => (
            <Tabs.Tab key={to} value={to} leftSection={<Icon size={15} aria-hidden="true" />}>
              {t(`rooms.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {ROOMS.map(({ to }) => (
          <Tabs.Panel key={to} value={to} pt="lg">
            <Outlet />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}
