import { AppShell, Box, Burger, Group, NavLink, ScrollArea, Text, UnstyledButton } from "@mantine/core";
import { spotlight } from "@mantine/spotlight";
import { Link, Outlet, useParams, useRouterState } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { LiveSign } from "../live/live-sign.tsx";
import { Anywhere } from "./anywhere.tsx";
import { Mark } from "./mark.tsx";
import { PAGES, usePages } from "./pages.ts";
import { useTitle } from "./title.ts";
import { You } from "./you.tsx";

const isAt = (to: string, path: string): boolean =>
  to === "/" ? path === "/" || path.startsWith("/promises/") : path.startsWith(to);

/** The frame of all pages: where one can go, who one is, whether it is live. */
export function Shell() {
  const t = useTranslations();
  const pages = usePages();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // The menu is open on one page: who goes to another has closed it.
  const [openOn, setOpenOn] = useState<string>();
  const open = openOn === path;
  const page = PAGES.find(({ to }) => isAt(to, path));
  const { name, id } = useParams({ strict: false });
  useTitle(name ?? id ?? path.split("/")[2], page === undefined ? t("shell.account") : t(`${page.name}.title`));
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 190, breakpoint: "sm", collapsed: { mobile: !open } }}
      padding={{ base: "md", md: "xl" }}
    >
      <Box component="a" href="#page" className="skip">
        {t("shell.skip")}
      </Box>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={open}
              onClick={() => setOpenOn(open ? undefined : path)}
              hiddenFrom="sm"
              size="sm"
              aria-label={t("shell.menu")}
            />
            <UnstyledButton renderRoot={(props) => <Link to="/" {...props} />}>
              <Group gap={7} wrap="nowrap">
                <Mark />
                <Text fw={700}>Kept</Text>
              </Group>
            </UnstyledButton>
          </Group>
          <UnstyledButton onClick={spotlight.open} className="anywhere" aria-label={t("shell.searchKeys")}>
            <Search size={15} aria-hidden="true" />
            <Text span size="sm" visibleFrom="sm">
              {t("shell.search")}
            </Text>
            <Text span size="xs" visibleFrom="sm">
              ⌘K
            </Text>
          </UnstyledButton>
          <Group gap="sm" wrap="nowrap">
            <LiveSign />
            <You />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t("shell.nav")}>
        <ScrollArea>
          {pages.map(({ to, name, icon: Icon }) => (
            <NavLink
              key={to}
              label={t(`${name}.title`)}
              leftSection={<Icon size={17} aria-hidden="true" />}
              active={isAt(to, path)}
              renderRoot={(props) => <Link to={to} {...props} />}
            />
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1}>
        <Box maw={1180} mx="auto">
          <Outlet />
        </Box>
      </AppShell.Main>
      <Anywhere />
    </AppShell>
  );
}
