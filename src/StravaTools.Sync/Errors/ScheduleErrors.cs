using StravaTools.Http.Errors;

namespace StravaTools.Sync.Errors;

/// <summary>The errors of scheduled jobs.</summary>
public static class ScheduleErrors
{
    /// <summary>The interval or the time of the day is not possible.</summary>
    public static readonly ErrorDescriptor TimesNotPossible = new(
        nameof(TimesNotPossible), ErrorKind.InvalidArgument, "A job cannot start every {0} at {1}: the times would differ from day to day.",
        "Use 5, 6, 10, 12, 15, 20, or 30 minutes, or 1, 2, 3, 4, 6, 8, 12, or 24 hours, and a time before 24:00.");

    /// <summary>The parameter cannot be part of a job.</summary>
    public static readonly ErrorDescriptor JobParameterNotPossible = new(
        nameof(JobParameterNotPossible), ErrorKind.InvalidArgument, "The parameter '{0}' cannot be used in a job: {1}.",
        "Use the name of another parameter, and a value of its type.");

    /// <summary>Another job has the name.</summary>
    public static readonly ErrorDescriptor JobExists = new(
        nameof(JobExists), ErrorKind.Conflict, "The job '{0}' exists, for {1}.", "Use another name, or replace it.");

    /// <summary>There is no job of that name.</summary>
    public static readonly ErrorDescriptor JobNotFound = new(
        nameof(JobNotFound), ErrorKind.NotFound, "There is no job '{0}'.", "List the jobs.");

    /// <summary>The scheduler is that of another operating system.</summary>
    public static readonly ErrorDescriptor SchedulerNotHere = new(
        nameof(SchedulerNotHere), ErrorKind.NotInstalled, "This machine has no {0}.", "Use the scheduler of this operating system.");

    /// <summary>The command of the scheduler failed.</summary>
    public static readonly ErrorDescriptor SchedulerFailed = new(
        nameof(SchedulerFailed), ErrorKind.StartFailed, "'{0}' failed: {1}",
        "Nothing was registered. Fix the problem, or start the command of the job with another scheduler, such as cron.");

    /// <summary>A file of the job cannot be written.</summary>
    public static readonly ErrorDescriptor JobFileNotWritable = new(
        nameof(JobFileNotWritable), ErrorKind.FileWrite, "'{0}' cannot be written: {1}", "Check the permissions of the folder.");
}
