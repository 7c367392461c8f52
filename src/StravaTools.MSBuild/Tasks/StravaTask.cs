using Microsoft.Build.Framework;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>What all tasks have in common: one place that blocks, cancellation, paths that do not go by the process's directory, and errors with a code.</summary>
public abstract class StravaTask : Microsoft.Build.Utilities.Task, ICancelableTask, IMultiThreadableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The directory and environment of the project that runs the task; MSBuild sets it.</summary>
    public TaskEnvironment TaskEnvironment { get; set; } = TaskEnvironment.Fallback;

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        try
        {
            // MSBuild's tasks are synchronous: this is the one place that waits.
            ExecuteAsync(_cancellation.Token).GetAwaiter().GetResult();
        }
        catch (ApiException e)
        {
            LogError(e.Code, e.Message);
        }
        catch (OperationCanceledException)
        {
            Log.LogMessage(MessageImportance.High, $"{GetType().Name} was canceled.");
            return false;
        }

        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The work.</summary>
    protected abstract System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken);

    /// <summary>An error with its code.</summary>
    protected void LogError(string code, string message, string? file = null) =>
        Log.LogError(subcategory: null, code, helpKeyword: null, file, 0, 0, 0, 0, "{0}", TaskAdvice.AddTo(message, code));

    /// <summary>An error of the table.</summary>
    private protected void LogError(ErrorDescriptor error, params ReadOnlySpan<object?> arguments) => LogError(error.Id, error.Format(arguments));

    /// <summary>A warning with its code.</summary>
    protected void LogWarning(string code, string message, string? file = null) =>
        Log.LogWarning(subcategory: null, code, helpKeyword: null, file, 0, 0, 0, 0, "{0}", TaskAdvice.AddTo(message, code));

    /// <summary>The server of a parameter or a variable; null if it names none.</summary>
    private protected static Uri? ServerFrom(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            return uri;
        }

        throw new ApiException(ApiErrors.InsecureBaseUri, text);
    }

    /// <summary>The path as the project means it.</summary>
    protected string FullPath(string path) => TaskEnvironment.GetAbsolutePath(path);
}
