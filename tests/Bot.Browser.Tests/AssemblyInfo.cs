using Bot.Browser.Tests.Running;

// One browser and one program for all; one test at a time, for the page's timing is part of what is tested.
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
