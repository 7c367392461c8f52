namespace StravaTools.Activities.Validation;

/// <summary>
/// What StravaTools itself can do about a broken rule. Each front end has its own command, parameter, or property for it.
/// </summary>
public enum RuleRemedy
{
    /// <summary>Nothing; the text of the rule says all.</summary>
    None,

    /// <summary>Repair the file: <c>ActivityRepair</c>.</summary>
    RepairFile,

    /// <summary>Name the sport type when the file is uploaded.</summary>
    NameSportType,

    /// <summary>Create the activity without a file.</summary>
    CreateActivity,

    /// <summary>Allow a gzip to unpack to more: <c>ActivityFileLimits</c>.</summary>
    RaiseUnpackLimits,
}
