using StravaTools.Activities.Validation;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Adds the PowerShell command to the remedy of a rule. The views of the module use it too.</summary>
public static class RemedyCommands
{
    /// <summary>The message of a finding and the command that helps, if there is one.</summary>
    public static string CompleteMessage(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return AppendCommand(finding.Message, finding.RemedyKind);
    }

    /// <summary>The remedy of a rule and the command that helps, if there is one.</summary>
    public static string CompleteRemedy(ActivityFileRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return AppendCommand(rule.WhatToDo, rule.Remedy);
    }

    internal static string AppendCommand(string text, RuleRemedy remedy)
    {
        if (CommandFor(remedy) is { } command)
        {
            return $"{text} {command}";
        }

        return text;
    }

    private static string? CommandFor(RuleRemedy remedy) => remedy switch
    {
        RuleRemedy.RepairFile => "Repair-ActivityFile does this.",
        RuleRemedy.NameSportType => "Use Send-StravaUpload -SportType.",
        RuleRemedy.CreateActivity => "Use New-StravaActivity.",
        RuleRemedy.RaiseUnpackLimits => "Use Test-ActivityFile -MaxUnpackedSize and -MaxUnpackRatio.",
        _ => null,
    };
}
