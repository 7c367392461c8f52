using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using StravaTools.Activities.Model;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the groups of Strava's list.</summary>
public sealed class ExerciseGroupCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Matching(ExerciseTypes.All.Select(exercise => exercise.Group).Distinct(StringComparer.Ordinal), group => group, wordToComplete)
            .Select(group => new CompletionResult(
                group.Contains(' ', StringComparison.Ordinal) ? $"'{group}'" : group, group, CompletionResultType.ParameterValue, $"The group {group}"));
}
