import { Card, Center, Container, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Mark } from "./mark.tsx";
import { useTitle } from "./title.ts";

/** The frame of pages before one is in. */
export function Doorstep({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useTitle(title);
  return (
    <Container size={440} py="xl">
      <Stack gap="lg" pt="10vh">
        <Center component="header">
          <Group gap={8}>
            <Mark />
            <Text fw={700} size="lg">
              Kept
            </Text>
          </Group>
        </Center>
        <Card withBorder padding="xl" component="main">
          <Stack>
            <Title order={1} size="h2">
              {title}
            </Title>
            {children}
          </Stack>
        </Card>
      </Stack>
    </Container>
  );
}
