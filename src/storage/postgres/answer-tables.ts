import type { ColumnType, Generated, GeneratedAlways } from "kysely";

type At = ColumnType<Date, Date, Date>;

/** The tables of what goes out: the published experience, news, and where news is sent. */
export interface AnswerTables {
  experience_versions: ExperienceVersions;
  news: News;
  webhooks: Webhooks;
  deliveries: Deliveries;
  news_progress: { one: Generated<boolean>; judgement: string };
  webhook_progress: { one: Generated<boolean>; news: string };
}

interface ExperienceVersions {
  version: number;
  text: string;
  at: At;
  actor_kind: string;
  actor: string;
  actor_name: string;
  why: string;
  brings_back: number | null;
}

interface News {
  number: GeneratedAlways<string>;
  at: At;
  kind: string;
  data: ColumnType<Record<string, unknown>, string, never>;
  customer_key: string | null;
}

interface Webhooks {
  id: string;
  url: string;
  kinds: string[];
  promises: string[];
  about: string;
  secret: string;
  created_by: string;
  created_at: At;
  stopped: string | null;
  stopped_at: At | null;
  failing_since: At | null;
}

interface Deliveries {
  id: string;
  webhook: string;
  news: string;
  kind: string;
  body: string;
  customer_key: string | null;
  made_at: At;
  attempts: Generated<number>;
  next_at: At | null;
  outcome: Generated<string>;
  last_at: At | null;
  last_status: number | null;
  last_words: string | null;
}
