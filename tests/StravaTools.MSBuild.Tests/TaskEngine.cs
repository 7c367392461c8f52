using System.Collections;
using System.Collections.Concurrent;
using Microsoft.Build.Framework;

namespace StravaTools.MSBuild.Tests;

/// <summary>Plays the engine for one task in this process, and keeps what the task logs.</summary>
internal sealed class TaskEngine : IBuildEngine4
{
    private readonly ConcurrentDictionary<object, object?> _objects = [];

    public ConcurrentQueue<string> Errors { get; } = [];

    public ConcurrentQueue<string> Warnings { get; } = [];

    public ConcurrentQueue<string> Messages { get; } = [];

    /// <summary>Called with each message, on the thread of the task.</summary>
    public Action<string> OnMessage { get; set; } = _ => { };

    public bool ContinueOnError => false;

    public bool IsRunningMultipleNodes => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "test.proj";

    public object? GetRegisteredTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => _objects.GetValueOrDefault(key);

    public void RegisterTaskObject(object key, object obj, RegisteredTaskObjectLifetime lifetime, bool allowEarlyCollection) =>
        _objects[key] = obj;

    public object? UnregisterTaskObject(object key, RegisteredTaskObjectLifetime lifetime)
    {
        _objects.TryRemove(key, out var value);
        return value;
    }

    public void Yield()
    {
    }

    public void Reacquire()
    {
    }

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException();

    public bool BuildProjectFile(
        string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs, string toolsVersion) =>
        throw new NotSupportedException();

    public bool BuildProjectFilesInParallel(
        string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IDictionary[] targetOutputsPerProject,
        string[] toolsVersion, bool useResultsCache, bool unloadProjectsOnCompletion) =>
        throw new NotSupportedException();

    public BuildEngineResult BuildProjectFilesInParallel(
        string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IList<string>[] removeGlobalProperties,
        string[] toolsVersion, bool returnTargetOutputs) =>
        throw new NotSupportedException();

    public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException();

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Enqueue($"{e.File}({e.LineNumber},{e.ColumnNumber}): {e.Code}");

    public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Enqueue($"{e.File}: {e.Code}");

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        Messages.Enqueue(e.Message ?? "");
        OnMessage(e.Message ?? "");
    }
}
