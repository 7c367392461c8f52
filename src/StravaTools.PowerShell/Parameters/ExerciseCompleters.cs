using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using StravaTools.Activities.Model;

namespace StravaTools.PowerShell.Parameters;

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
