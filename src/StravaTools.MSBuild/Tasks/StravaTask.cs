using Microsoft.Build.Framework;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>
/// What all tasks have in common: one place that blocks, cancellation, paths that do not go by the process's directory, and errors with a
/// code.
/// </summary>
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
            LogError(e);
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

    /// <summary>Does the work of the task. An <see cref="ApiException"/> that it throws is logged as an error.</summary>
    protected abstract System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken);

    /// <summary>Logs an error with its code and the next step that a project can take.</summary>
    protected void LogError(ApiException exception, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        LogError(exception.Code, TaskAdvice.MessageOf(exception), file);
    }

    /// <summary>Logs an error with its code.</summary>
    protected void LogError(string code, string message, string? file = null) =>
        Log.LogError(subcategory: null, code, helpKeyword: null, file, 0, 0, 0, 0, "{0}", message);

    /// <summary>Logs an error of a table.</summary>
    private protected void LogError(ErrorDescriptor error, params ReadOnlySpan<object?> arguments) =>
        LogError(new ApiException(error, arguments));

    /// <summary>Logs an error of a table as a warning.</summary>
    private protected void LogWarning(ApiException exception, string? file = null) =>
        LogWarning(exception.Code, TaskAdvice.MessageOf(exception), file);

    /// <summary>Logs a warning with its code.</summary>
    protected void LogWarning(string code, string message, string? file = null) =>
        Log.LogWarning(subcategory: null, code, helpKeyword: null, file, 0, 0, 0, 0, "{0}", message);

    /// <summary>The full path of a file that a property names; null if the property is empty.</summary>
    private protected string? OptionalPath(string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        return FullPath(path);
    }

    /// <summary>The full path of a path that is relative to the project.</summary>
    protected string FullPath(string path) => TaskEnvironment.GetAbsolutePath(path);
}
