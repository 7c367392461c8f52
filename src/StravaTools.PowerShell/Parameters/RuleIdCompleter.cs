using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using StravaTools.Activities;
using StravaTools.Activities.Validation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the ids of rules; what they say is the tooltip.</summary>
public sealed class RuleIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Matching(wordToComplete).Select(rule => new CompletionResult(rule.Id, rule.Id, CompletionResultType.ParameterValue, $"{rule.Severity}: {rule.Title}"));

    /// <summary>By the beginning of the id, or by a word of the title, as barometer.</summary>
    internal static IEnumerable<ActivityFileRule> Matching(string? word)
    {
        var text = (word ?? "").Trim('\'', '"', '*');
        var byId = ActivityFileRules.All.Where(rule => rule.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList();
        if (byId.Count > 0)
        {
            return byId;
        }

        return ActivityFileRules.All.Where(rule => rule.Title.Contains(text, StringComparison.OrdinalIgnoreCase));
    }
}
