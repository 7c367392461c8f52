create schema if not exists stravatools;
create table stravatools.version (version int primary key, at timestamptz not null default now());

-- The clock of all workers. Tests replace it.
create function stravatools.sync_now() returns timestamptz language sql stable parallel safe return now();

-- An athlete is claimed by one worker at a time. The fence grows with each claim.
create table stravatools.athlete (
    athlete bigint primary key,
    -- When something can be done; while a worker has the athlete, when its lease ends.
    ready_at timestamptz not null default 'infinity',
    fence bigint not null default 0,
    worker text,
    -- Files that were ever submitted, and those of them that existed when the claim began.
    submissions bigint not null default 0,
    seen bigint not null default 0,
    tokens bytea
) with (fillfactor = 70);
create index athlete_ready on stravatools.athlete (ready_at) where ready_at < 'infinity';

-- A file of an athlete. The last fact about it is its step.
create table stravatools.unit (
    athlete bigint not null references stravatools.athlete on delete cascade,
    key text not null,
    path text not null,
    step text not null,
    code text,
    why text,
    upload bigint,
    activities jsonb,
    changed_at timestamptz not null default stravatools.sync_now(),
    -- The file, until its activity exists. Activity files are compressed, or not worth it.
    content bytea,
    is_open boolean not null generated always as (step in ('file', 'unsent', 'forget', 'sending', 'sent')) stored,
    primary key (athlete, key)
);
alter table stravatools.unit alter column content set storage external;
create index unit_open on stravatools.unit (athlete) where is_open;

-- The history: facts are added, and never changed. Submitted facts have the fence 0.
create table stravatools.fact (
    id bigint generated always as identity primary key,
    athlete bigint not null references stravatools.athlete on delete cascade,
    fence bigint not null,
    number bigint not null,
    worker text,
    at timestamptz not null default stravatools.sync_now(),
    body jsonb not null,
    kind text not null generated always as (body ->> 'e') stored,
    key text generated always as (body ->> 'k') stored,
    unique (athlete, fence, number)
);
create index fact_key on stravatools.fact (athlete, key);
create sequence stravatools.submission;

-- The requests of an application in the current windows, and the limits that Strava reported.
create table stravatools.budget (
    application text primary key,
    quarter timestamptz not null default '-infinity',
    quarter_used bigint not null default 0,
    quarter_reads bigint not null default 0,
    day timestamptz not null default '-infinity',
    day_used bigint not null default 0,
    day_reads bigint not null default 0,
    quarter_limit bigint not null default 200,
    day_limit bigint not null default 2000,
    quarter_read_limit bigint not null default 100,
    day_read_limit bigint not null default 1000,
    closed_until timestamptz not null default '-infinity',
    reads_closed_until timestamptz not null default '-infinity'
) with (fillfactor = 50);

-- For dashboards.
create view stravatools.progress as
    select step, count(*) as files, min(changed_at) as oldest from stravatools.unit group by step;
