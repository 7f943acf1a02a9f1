import { Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

/** A part of a page under its heading. */
export function Section({
  title,
  id,
  children,
}: {
  readonly title: string;
  readonly id?: string;
  readonly children: ReactNode;
}) {
  const head = useId();
  return (
    <section id={id} aria-labelledby={head} className="part">
      <Title order={2} size="h3" id={head} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
