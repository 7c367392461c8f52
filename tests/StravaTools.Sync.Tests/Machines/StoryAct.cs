namespace StravaTools.Sync.Tests.Machines;

/// <summary>What happens in a step of a story.</summary>
internal enum StoryAct
{
    /// <summary>A file arrives.</summary>
    Arrive,

    /// <summary>The user renames the file.</summary>
    Rename,

    /// <summary>The user copies the file.</summary>
    Copy,

    /// <summary>A run ends by itself.</summary>
    Run,

    /// <summary>A run is killed at the step with the number.</summary>
    Kill,

    /// <summary>The power fails during a run at the step with the number.</summary>
    PowerCut,

    /// <summary>The user deletes the activity of the file.</summary>
    Delete,

    /// <summary>The user deletes the activity of the file during the next run, at the step with the number.</summary>
    DeleteDuring,

    /// <summary>Another program uploads the same ride.</summary>
    UploadElsewhere,

    /// <summary>The request with the number fails in the next run; the file selects how.</summary>
    Fail,

    /// <summary>From now on, lists show new activities late, by the number in units of 30 seconds.</summary>
    ListLate,

    /// <summary>Time passes: the number in minutes.</summary>
    Wait,
}
