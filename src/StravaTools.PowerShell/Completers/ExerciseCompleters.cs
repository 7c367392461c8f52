using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using StravaTools.Activities;

namespace StravaTools.PowerShell.Completers;

/// <summary>Completes the exercises of Strava's list.</summary>
public sealed class ExerciseTypeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        // In Get-StravaExercise the group narrows them down.
        var group = fakeBoundParameters["Group"] as string;
        return Completion.Matching(ExerciseTypes.All.Where(exercise => group is null || exercise.Group.Equals(group, StringComparison.OrdinalIgnoreCase)), exercise => exercise.Name, wordToComplete)
            .Select(exercise => new CompletionResult(exercise.Name, exercise.Name, CompletionResultType.ParameterValue, exercise.Group));
    }
}

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

/// <summary>What completers share.</summary>
internal static class Completion
{
    /// <summary>Those that begin with the word come first; a word inside counts too, as SQUAT in BARBELL_BACK_SQUAT.</summary>
    public static IEnumerable<T> Matching<T>(IEnumerable<T> items, Func<T, string> nameOf, string? word)
    {
        var text = (word ?? "").Trim('\'', '"');
        return items
            .Where(item => nameOf(item).Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(item => nameOf(item).StartsWith(text, StringComparison.OrdinalIgnoreCase));
    }
}
